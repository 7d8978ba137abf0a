import { Page } from '../../ui/page'
import { FieldsShown } from './fields-shown'
import { ListsShown } from './lists-shown'
import { PiecesShown } from './pieces-shown'
import { StatesShown } from './states-shown'

/** Every piece of the kit in its states, for whoever builds pages; h5 only. */
export default function GalleryPage() {
  return (
    <Page dataAt={new Date()}>
      <PiecesShown />
      <FieldsShown />
      <ListsShown />
      <StatesShown />
    </Page>
  )
}
