import { Injectable } from '@nestjs/common';
import { Subject } from 'rxjs';

/** Tokens of sessions that were ended in this process, for whoever keeps a connection open for one. */
@Injectable()
export class SessionEnds {
  readonly ended = new Subject<string>();
}
