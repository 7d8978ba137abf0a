import type { Services } from '../services'
import { isFields, list, optionalCount, text, texts, type Fields } from './fields'

const DEFAULT_AGE = 7200

const getUploadMetadata = async ({ files }: Services, fields: Fields) => {
  const cloudPath = text(fields, 'path')
  const { url, authorization, token, meta } = files.uploadTicket(cloudPath)
  return { data: { url, token, authorization, fileId: files.fileId(cloudPath), cosFileId: meta } }
}

const batchGetDownloadUrl = async ({ files }: Services, fields: Fields) => {
  const asked = list(fields, 'file_list').filter(isFields)
  const links = asked.map((each) => {
    const fileid = text(each, 'fileid')
    const cloudPath = files.pathOf(fileid)
    if (!cloudPath || !files.exists(cloudPath))
      return { fileID: fileid, fileid, code: 'STORAGE_FILE_NONEXIST', tempFileURL: '' }
    const maxAge = optionalCount(each, 'max_age') || DEFAULT_AGE
    return { fileID: fileid, fileid, code: 'SUCCESS', tempFileURL: files.downloadUrl(cloudPath, maxAge), maxAge }
  })
  return { data: { download_list: links } }
}

const batchDeleteFile = async ({ files }: Services, fields: Fields) => {
  const results = texts(fields, 'fileid_list').map((fileid) => {
    const cloudPath = files.pathOf(fileid)
    if (!cloudPath || !files.exists(cloudPath)) return { fileID: fileid, code: 'STORAGE_FILE_NONEXIST' }
    files.remove(cloudPath)
    return { fileID: fileid, code: 'SUCCESS' }
  })
  return { data: { delete_list: results } }
}

export const storageActions: Record<string, (services: Services, fields: Fields) => Promise<Record<string, unknown>>> =
  {
    'storage.getUploadMetadata': getUploadMetadata,
    'storage.batchGetDownloadUrl': batchGetDownloadUrl,
    'storage.batchDeleteFile': batchDeleteFile,
  }
