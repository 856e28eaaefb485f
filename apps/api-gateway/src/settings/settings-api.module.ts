import { Module } from '@nestjs/common';
import { TenancyModule } from '@orkestra/tenancy';
import { AbsencesResolver } from '../people/absences.resolver';
import { DirectorySearchResolver } from '../people/directory-search.resolver';
import { GroupSettingsResolver } from './group-settings.resolver';
import { TenantSettingsResolver } from './tenant-settings.resolver';
import { UserSettingsResolver } from './user-settings.resolver';

@Module({
  imports: [TenancyModule],
  providers: [
    AbsencesResolver,
    DirectorySearchResolver,
    GroupSettingsResolver,
    TenantSettingsResolver,
    UserSettingsResolver,
  ],
})
export class DirectoryApiModule {}
