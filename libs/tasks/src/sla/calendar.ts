import { Injectable } from '@nestjs/common';
import { type BusinessCalendar, DEFAULT_CALENDAR } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';

@Injectable()
export class CalendarsService {
  async calendarFor(
    _em: EntityManager,
    _tenantId: string,
    _groupId: string | null,
  ): Promise<BusinessCalendar> {
    return Promise.resolve(DEFAULT_CALENDAR);
  }
}
