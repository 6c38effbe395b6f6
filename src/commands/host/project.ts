/**
 * Where this program lies on the disk, for commands that are started from anywhere.
 *
 * Talks to nothing. Invariant: an absolute path without a slash at its end.
 * Decided in docs/decisions/0007.
 */
import { resolve } from 'node:path'

/** The folder that holds package.json, netlify.toml and functions/. */
export const PROJECT_DIR = resolve(import.meta.dirname, '../../..')
