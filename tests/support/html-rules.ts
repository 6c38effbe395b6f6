/**
 * The rules by which pages are checked for valid HTML.
 *
 * Pure. Invariant: what is switched off is said here with its reason.
 */
import type { ConfigData } from 'html-validate'

export const HTML_RULES: ConfigData = {
  extends: ['html-validate:recommended'],
  rules: {
    // A title names the proposal, the round and the council, all in a council's own words.
    'long-title': 'off',
    // The choices of a ballot are one list: check boxes share their name, as radio buttons do.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'reset', 'submit'] }],
    // Tables are laid out as blocks on a narrow screen, and browsers then forget what they are.
    'no-redundant-role': 'off',
  },
}
