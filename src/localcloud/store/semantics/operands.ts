import { evalExpr } from 'mingo/core'
import { CloudError } from '../../fault'
import type { Doc } from '../values'

export type ExpressionOptions = Parameters<typeof evalExpr>[2]
export type Expression = (doc: Doc, expression: unknown, options: ExpressionOptions) => unknown

export const failed = (message: string) => new CloudError('DATABASE_REQUEST_FAILED', message)

/** An operator whose operands are a list of expressions: `answer` gets their values. */
export const operator =
  (name: string, [least, most]: readonly [number, number], answer: (...values: unknown[]) => unknown): Expression =>
  (doc, expression, options) => {
    const values: unknown = Array.isArray(expression) ? evalExpr(doc, expression, options) : undefined
    if (!Array.isArray(values) || values.length < least || values.length > most)
      throw failed(`${name} needs ${least === most ? least : `${least} to ${most}`} operands`)
    return answer(...(values as unknown[]))
  }
