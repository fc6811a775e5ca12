import { restHere } from '@/utils/nudges/rest-here'

void restHere(document)
