/** Sends a picture to the server, telling how far it is. */
import { asRefused, Refused } from '#client/api/refused.ts'
import { keepPicture } from '#shared/api/pictures.ts'
import { type KeptPicture, mostPictureBytes } from '#shared/pictures.ts'

/** Rejects with `Refused`; `onProgress` hears hundredths. Unlike `fetch` it can tell what has left. */
export function sendPicture(
  statement: string,
  file: Blob,
  onProgress: (percent: number) => void,
  signal: AbortSignal,
): Promise<KeptPicture> {
  return new Promise((resolve, reject) => {
    if (file.size > mostPictureBytes) {
      const megabytes = mostPictureBytes / 1024 / 1024
      reject(new Refused('picture-too-large', { megabytes }))
      return
    }
    const request = new XMLHttpRequest()
    request.open('POST', keepPicture.path.replace(':statement', encodeURIComponent(statement)))
    request.setRequestHeader('Content-Type', keepPicture.file.type)
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) =>
      onProgress(Math.round((loaded / total) * 100))
    request.onload = () => {
      const said = request.response
      if (request.status === 200) resolve(said)
      else reject(said?.refusal ? new Refused(said.refusal, said.details, said.request) : lost())
    }
    request.onerror = () => reject(lost())
    signal.addEventListener('abort', () => request.abort())
    request.send(file)
  })
}

const lost = () => asRefused(new Refused('unreachable'))
