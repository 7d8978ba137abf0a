import type { Refusal } from '#contract/index'
import type { Outcome } from '#domain/outcome'
import { compressPhoto } from './compress'
import { wire } from './transport'

type Photo = { ticket: string; width: number; height: number; bytes: number }

export type UploadPhoto = {
  /** Asks for a place, such as client.checkin.startLetterPhoto. */
  start: () => Promise<Outcome<{ ticket: string; cloudPath: string }, Refusal>>
  /** Says that the picture lies there; the server looks at it. */
  add: (input: { ticket: string; fileId: string }) => Promise<Outcome<Photo, Refusal>>
  filePath: string
}

/** Makes a picture small, puts it into the cloud and has it checked. */
export async function uploadPhoto({ start, add, filePath }: UploadPhoto): Promise<Outcome<Photo, Refusal>> {
  const [small, place] = await Promise.all([compressPhoto(filePath), start()])
  if (!place.ok) return place
  const { ticket, cloudPath } = place.value

  const stored = await wire.putFile(cloudPath, small)
  return stored.ok ? add({ ticket, fileId: stored.value.fileId }) : stored
}
