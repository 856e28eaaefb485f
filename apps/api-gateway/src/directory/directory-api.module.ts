import { Module } from '@nestjs/common';
import { TenancyModule } from '@orkestra/tenancy';
import { AbsencesResolver } from './absences.resolver';
import { DirectorySearchResolver } from './directory-search.resolver';
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
