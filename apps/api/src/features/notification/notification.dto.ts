import {
  NOTIFICATION_DELIVERIES,
  NOTIFICATION_KINDS,
  type NotificationDelivery,
  type NotificationKind,
  type NotificationPreference,
  type NotificationQuery,
  type ReadAllRequest,
  type SetNotificationPreferencesRequest,
} from '@par-index/contract';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsISO8601, IsOptional, ValidateNested } from 'class-validator';
import { PageQueryDto } from '../../platform/http/page.dto';

export class NotificationQueryDto extends PageQueryDto implements NotificationQuery {
  @IsOptional()
  @Transform(({ value }: { readonly value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  readonly unread?: boolean;
}

export class ReadAllDto implements ReadAllRequest {
  @IsISO8601({ strict: true })
  readonly upTo!: string;
}

export class NotificationPreferenceDto implements NotificationPreference {
  @IsIn(NOTIFICATION_KINDS)
  readonly kind!: NotificationKind;

  @IsIn(NOTIFICATION_DELIVERIES)
  readonly delivery!: NotificationDelivery;
}

export class SetNotificationPreferencesDto implements SetNotificationPreferencesRequest {
  @IsArray()
  @ArrayMaxSize(NOTIFICATION_KINDS.length)
  @ArrayUnique(({ kind }: NotificationPreference) => kind)
  @ValidateNested({ each: true })
  @Type(() => NotificationPreferenceDto)
  readonly preferences!: readonly NotificationPreferenceDto[];
}
