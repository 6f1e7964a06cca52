/** The words with which preambles and clauses begin in the field, by the language of the text. */
import type { Language } from '#shared/language/languages.ts'

export type Part = 'preamble' | 'operative'

const openings: Record<Language, Record<Part, readonly string[]>> = {
  en: {
    preamble: [
      'Recalling',
      'Noting',
      'Recognising',
      'Reaffirming',
      'Guided by',
      'Aware of',
      'Concerned about',
      'Deeply concerned',
      'Considering',
      'Welcoming',
      'Bearing in mind',
      'Convinced that',
    ],
    operative: [
      'Calls upon',
      'Urges',
      'Requests',
      'Welcomes',
      'Condemns',
      'Expresses concern',
      'Recommends',
      'Invites',
      'Affirms',
      'Supports',
      'Proposes',
      'Decides',
      'Undertakes',
    ],
  },
  ky: {
    preamble: [
      'Эске салып',
      'Белгилеп',
      'Таанып',
      'Дагы бир жолу ырастап',
      'Таянып',
      'Тынчсызданып',
      'Терең тынчсызданып',
      'Эске алып',
      'Кубаттап',
      'Ишенип',
      'Көңүлгө алып',
      'Аракеттенип',
    ],
    operative: [
      'Чакырат',
      'Талап кылат',
      'Суранат',
      'Кубаттайт',
      'Айыптайт',
      'Тынчсыздануусун билдирет',
      'Сунуштайт',
      'Сунуш кылат',
      'Ырастайт',
      'Колдойт',
      'Чечет',
      'Милдеттенет',
    ],
  },
  ru: {
    preamble: [
      'Отмечая',
      'Напоминая',
      'Признавая',
      'Подтверждая',
      'Руководствуясь',
      'Сознавая',
      'Будучи обеспокоены',
      'Будучи глубоко обеспокоены',
      'Учитывая',
      'Приветствуя',
      'Принимая во внимание',
      'Будучи убеждены',
    ],
    operative: [
      'Призывает',
      'Призываем',
      'Настоятельно призывает',
      'Просит',
      'Просим',
      'Требует',
      'Приветствует',
      'Осуждает',
      'Выражает обеспокоенность',
      'Рекомендует',
      'Предлагает',
      'Предлагаем',
      'Подтверждает',
      'Поддерживает',
      'Постановляет',
      'Обязуемся',
    ],
  },
  tg: {
    preamble: [
      'Ёдовар шуда',
      'Қайд намуда',
      'Эътироф намуда',
      'Тасдиқ намуда',
      'Ба роҳбарӣ гирифта',
      'Дарк намуда',
      'Изҳори нигаронӣ намуда',
      'Бо нигаронии амиқ',
      'Ба назар гирифта',
      'Истиқбол намуда',
      'Ба эътибор гирифта',
      'Бо боварӣ ба он ки',
    ],
    operative: [
      'Даъват мекунад',
      'Даъват мекунем',
      'Талаб мекунад',
      'Хоҳиш мекунад',
      'Хоҳиш мекунем',
      'Истиқбол мекунад',
      'Маҳкум мекунад',
      'Изҳори нигаронӣ мекунад',
      'Тавсия медиҳад',
      'Пешниҳод мекунад',
      'Пешниҳод мекунем',
      'Тасдиқ мекунад',
      'Дастгирӣ мекунад',
      'Қарор мекунад',
      'Ӯҳдадор мешавем',
    ],
  },
}

/** Those that go on from what is typed; none when it is one of them already, or begins none. */
export function openingsFor(language: Language, part: Part, typed: string): readonly string[] {
  const start = typed.trimStart().toLocaleLowerCase(language)
  return openings[language][part].filter((words) => {
    const whole = words.toLocaleLowerCase(language)
    return whole.startsWith(start) && whole !== start.trimEnd()
  })
}

/** The longest of them that a text begins with as a whole word or more; null when there is none. */
export function openingOf(language: Language, part: Part, text: string): string | null {
  const found = openings[language][part].filter(
    (words) => text.startsWith(words) && !/^[\p{L}\p{M}]/u.test(text.slice(words.length)),
  )
  return found.sort((a, b) => b.length - a.length)[0] ?? null
}
