/** Words that hurry, order, judge or count. */
export const UNKIND =
  /!|\b(should|must|well done|great job|moet|moeten|hoort|goed gedaan|goed zo|knap)\b|\p{Extended_Pictographic}/iu

/** Claims of doing something to an illness. */
export const CLAIM =
  /\b(treat|cure|heal|prevent|diagnos|fatigue|seizure|behandel|genees|genezen|voorkom|vermoeidheid)/iu
