/**
 * What was started so far, ended in reverse order unless it is handed on. Node 20 has no AsyncDisposableStack; this is
 * the part of it that a start of several things needs.
 */
export class Disposables implements AsyncDisposable {
  #started: AsyncDisposable[] = [];

  /** Takes care of it from here. */
  use<T extends AsyncDisposable>(started: T): T {
    this.#started.push(started);
    return started;
  }

  /** Hands all of it on to a new owner; disposing of this one does nothing any more. */
  move(): Disposables {
    const owner = new Disposables();
    owner.#started = this.#started;
    this.#started = [];
    return owner;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const started of this.#started.splice(0).reverse()) await started[Symbol.asyncDispose]();
  }
}
