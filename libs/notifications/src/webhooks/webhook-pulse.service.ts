import { Injectable } from '@nestjs/common';

/** Tells whoever sends, in the same process, that something may be due. */
@Injectable()
export class WebhookPulse {
  private heard: () => void = () => undefined;

  listen(heard: () => void): void {
    this.heard = heard;
  }

  beat(): void {
    this.heard();
  }
}
