import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';

export class AssignmentQueryDto {
  @IsString()
  @MaxLength(100)
  readonly groupCode!: string;
}

/** `dryRun=true` only says what would change. */
export class PreviewQueryDto {
  @IsOptional()
  @IsIn(['true', 'false'])
  readonly dryRun?: 'true' | 'false';
}
