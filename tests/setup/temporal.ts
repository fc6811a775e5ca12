// Node has no Temporal yet. Unit tests get the polyfill here, so that the code under test only knows the native one.
import 'temporal-polyfill/global'
