import { IsOptional, IsString, MaxLength } from 'class-validator';

export class RankingQueryDto {
  @IsOptional()
  @IsString()
  @MaxLength(100)
  readonly groupCode?: string;
}
