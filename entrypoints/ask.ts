import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { askFirstQuestions } from '@/utils/messaging/first-questions'

/** Runs in the reader, ahead of all else. */
export default defineUnlistedScript({ globalName: false, main: askFirstQuestions })
