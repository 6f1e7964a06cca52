/** Texts to begin with, in English. */
import type { Templates } from './template.ts'

export const templates: Templates = {
  'joint-statement': `
# [What the statement is about]
~ We, civil-society organisations of the Kyrgyz Republic and the Republic of Tajikistan,
~ Knowing that [what people on both sides live by, and what concerns them alike],
~ Taking into account [a document, an agreement or an event, with its date],
~ Concerned that [what happened, where and when],
1 Declare that [the common position, in one sentence].
1 Consider it necessary:
a [first step: who, what and by when];
a [second step].
1 Call on [whom: a body or an organisation] to [do what] by [date].
1 Ask the media to [what].
1 Undertake for our part:
a [what we shall do ourselves];
a [how and when we shall report on what was done].
1 This statement is open for signature until [date and hour, city].`,
  resolution: `
# Resolution of the [meeting, forum] “[name]”
[City], [date]
~ The participants of the [meeting, forum],
~ Having heard [reports, testimony] and discussed [the subject],
~ Recalling [a document, an article, an obligation],
~ Noting with satisfaction [what has been achieved already],
~ Recognising that [what remains unsolved],
1 Resolve that [the main decision].
1 Recommend to [body 1]:
a [measure, time limit];
a [measure, time limit].
1 Recommend that [body 2] [measure, time limit].
1 Entrust [a working group, the secretariat] with [task], and ask it to report by [date].
1 Request [whom] to circulate this resolution among [whom].
Adopted [unanimously, by a majority].`,
  appeal: `
# Appeal concerning [what]
[To whom: office, name]
~ We turn to you because [what happened, where and when].
## What is known
[The facts in their order: dates, places, figures; the source of each in a footnote.]
## Why it matters
[Whom it concerns, and what follows if nothing is done.]
## What we ask
1 [First request: what to do and by when].
1 [Second request].
1 To inform us of the decision in writing by [date] at: [address].
We are ready to meet you and to present documents.`,
  'open-letter': `
# Open letter to [whom]
Dear [name],
We write to you openly because [why this concerns everybody].
[What happened, and what we have seen ourselves, in a paragraph or two.]
> [The words of somebody whom it has touched.]
We ask you:
- [first];
- [second].
We trust that [what becomes possible if this is done].
Respectfully,
[the signatory organisations]`,
  example: `
# On water for the orchards along the border
~ We, the organisations of two banks of one river,
~ Knowing that orchards wither alike on both sides of the border,
~ Recalling that for three springs the days of watering were announced after the apricots had flowered,
1 Ask the water commissions of the two countries to agree on the days of watering by 1 March.
1 Propose:
a to keep one common record of the water level, open to the people who live there;
a to announce repairs of the canals at least two weeks ahead, in both languages;
a to name in each village one person who can be called.
1 Undertake to clean the main canal together every March, and to invite the neighbours.
1 Shall report on what came of it on the last day of September.`,
}
