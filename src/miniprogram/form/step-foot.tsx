import { FORM_PAGES } from '#domain/fields'
import { Button } from '../ui/button'
import { Foot } from '../ui/foot'
import { SavedLine } from './saved-line'

const NEXT: Record<number, string> = { 1: '下一步：入团信息', 2: '下一步：学习信息', 3: '下一步：确认' }

type Props = {
  step: number
  savedAt: string | undefined
  busy: boolean
  again: boolean
  onNext: () => void
  onBack: () => void
  onHandIn: () => void
}

/** The one button of a step, and when all was saved. */
export function StepFoot({ step, savedAt, busy, again, onNext, onBack, onHandIn }: Props) {
  const last = step === FORM_PAGES.length
  return (
    <Foot hint={<SavedLine savedAt={savedAt} />}>
      {step > 1 ? (
        <Button id='form-back' fit onTap={onBack}>
          上一步
        </Button>
      ) : null}
      {last ? (
        <Button id='form-submit' kind='primary' busy={busy && '正在提交…'} onTap={onHandIn}>
          {again ? '改好了，重新提交' : '确认无误，交给支部'}
        </Button>
      ) : (
        <Button id='form-next' kind='primary' onTap={onNext}>
          {NEXT[step] ?? '下一步'}
        </Button>
      )}
    </Foot>
  )
}
