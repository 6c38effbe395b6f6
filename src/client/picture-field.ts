/**
 * A field for a picture: what is chosen is made smaller, shown, and put in the place of the file.
 *
 * Talks to the page. Invariant: a file of which no picture comes is not sent, and its reader is told what to do.
 * Decided in docs/decisions/0029.
 */
import { shrinkPicture } from './shrink-picture.ts'

export class PictureField extends HTMLElement {
  /** Until what was chosen last is ready. */
  ready: Promise<void> = Promise.resolve()

  /** From the element itself: it may begin before what is in it is there. */
  connectedCallback(): void {
    this.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLInputElement && target.type === 'file')
        this.ready = this.take(target)
    })
    this.closest('form')?.addEventListener('reset', () => {
      this.querySelector('[data-preview]')?.replaceChildren()
      this.say('')
    })
  }

  private async take(input: HTMLInputElement): Promise<void> {
    const [file] = input.files ?? []
    this.querySelector('[data-preview]')?.replaceChildren()
    this.fault(input, undefined)
    this.say('')
    if (file === undefined) return
    this.say(this.dataset['working'])
    const picture = await shrinkPicture(file)
    // Something else was chosen meanwhile.
    if (input.files?.[0] !== file) return
    if (typeof picture === 'string') {
      input.value = ''
      this.say('')
      return this.fault(input, this.getAttribute(`data-${picture}`) ?? picture)
    }
    const transfer = new DataTransfer()
    transfer.items.add(new File([picture], 'picture.jpg', { type: picture.type }))
    input.files = transfer.files
    await this.preview(picture)
    this.say(this.dataset['made'])
  }

  private async preview(picture: Blob): Promise<void> {
    const image = new Image()
    image.src = await addressOf(picture)
    image.alt = ''
    this.querySelector('[data-preview]')?.replaceChildren(image)
  }

  private fault(input: HTMLInputElement, sentence: string | undefined): void {
    const place = this.querySelector<HTMLElement>('.field-error')
    input.toggleAttribute('aria-invalid', false)
    if (sentence !== undefined) input.setAttribute('aria-invalid', 'true')
    if (place === null) return
    place.textContent = sentence ?? ''
    place.hidden = sentence === undefined
  }

  private say(text = ''): void {
    const status = this.querySelector('[role="status"]')
    if (status) status.textContent = text
  }
}

/** A picture as an address that holds it. */
export function addressOf(picture: Blob): Promise<string> {
  return new Promise((done, failed) => {
    const reader = new FileReader()
    reader.onload = () => done(String(reader.result))
    reader.onerror = () => failed(reader.error ?? new Error('unreadable'))
    reader.readAsDataURL(picture)
  })
}

customElements.define('picture-field', PictureField)
