/** What the signature of a release's file says: minisign shows it when the file is real. [PUB4] */
import { fingerprintForPeople } from '#shared/text/fingerprint.ts'
import { publicationDate } from './publication-day.ts'
import type { PublishedRelease } from './published-release.ts'

/** For `signFile`; `file` is the file's name. In one language, for it is compared, not read. */
export function signatureComments(
  {
    release,
    number,
    publishedAt,
    fingerprint,
  }: Pick<PublishedRelease, 'release' | 'number' | 'publishedAt' | 'fingerprint'>,
  file: string,
): { untrusted: string; trusted: string } {
  const dated = `release ${number} of ${publicationDate(publishedAt)}`
  return {
    untrusted: `signature of ${file}`,
    trusted: `${release.symbol}, ${dated}, file ${file}, fingerprint ${fingerprintForPeople(fingerprint)}`,
  }
}
