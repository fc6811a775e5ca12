import { showSample } from '@/utils/calm/sample'

showSample(document)
