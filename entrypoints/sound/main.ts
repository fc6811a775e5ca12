import { playTone } from '@/utils/sound/play'

void playTone().then(() => window.close())
