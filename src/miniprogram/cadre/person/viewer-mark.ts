import { dayOf } from '#domain/calendar'

/** 林晓禾 0914: who looks, and on which day. */
export const viewerMark = (name: string, now: Date): string => `${name} ${dayOf(now).slice(5).replace('-', '')}`
