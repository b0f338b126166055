import { Body, Controller, Get, Module, Post, Query } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsInt, IsISO8601, IsObject, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min, MinLength, ValidateNested } from 'class-validator';
import { PageQueryDto } from '../http/page.dto';
import { IsNotBlank } from '../problem/not-blank';
import { describeRequest } from './request-schema';

class Part {
  @IsIn(['a', 'b'])
  readonly kind!: 'a' | 'b';

  @IsOptional()
  @IsUUID()
  readonly ownerId?: string | null;
}

class Whole {
  @IsNotBlank()
  @MinLength(2)
  @MaxLength(9)
  readonly title!: string;

  @IsOptional()
  @IsInt()
  @Min(2000)
  @Max(2100)
  readonly year?: number;

  @IsBoolean()
  readonly open!: boolean;

  @IsISO8601()
  readonly opensAt!: string;

  @Matches(/^[a-z]+$/)
  readonly code!: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(3)
  @ArrayUnique()
  @IsString({ each: true })
  @MaxLength(20, { each: true })
  readonly codes!: readonly string[];

  @ValidateNested()
  @Type(() => Part)
  readonly part!: Part;

  @IsArray()
  @ArrayMaxSize(5)
  @ValidateNested({ each: true })
  @Type(() => Part)
  readonly parts!: readonly Part[];

  @IsObject()
  readonly answer!: object;
}

class Search extends PageQueryDto {
  @IsOptional()
  @IsIn(['x', 'y'])
  readonly state?: 'x' | 'y';
}

@Controller('things')
class Probe {
  @Post()
  create(@Body() _body: Whole): void {}

  @Get()
  list(@Query() _query: Search): void {}
}

@Module({ controllers: [Probe] })
class ProbeModule {}

describe('describeRequest', () => {
  let document: OpenAPIObject;
  beforeAll(async () => {
    describeRequest(Whole);
    describeRequest(Search);
    const app = await NestFactory.create(ProbeModule, { logger: false });
    document = SwaggerModule.createDocument(app, new DocumentBuilder().build());
    await app.close();
  });

  const schemaOf = (name: string) => document.components?.schemas?.[name];

  it('says of each field what is asked of it', () => {
    expect(schemaOf('Whole')).toMatchObject({
      type: 'object',
      properties: {
        title: { type: 'string', minLength: 2, maxLength: 9 },
        year: { type: 'integer', minimum: 2000, maximum: 2100 },
        open: { type: 'boolean' },
        opensAt: { type: 'string', format: 'date-time' },
        code: { type: 'string', pattern: '^[a-z]+$' },
        codes: { type: 'array', minItems: 1, maxItems: 3, uniqueItems: true, items: { type: 'string', maxLength: 20 } },
        answer: { type: 'object' },
      },
    });
  });

  it('asks for every field that is not optional', () => {
    expect(schemaOf('Whole')).toMatchObject({ required: ['title', 'open', 'opensAt', 'code', 'codes', 'part', 'parts', 'answer'] });
    expect(schemaOf('Part')).toMatchObject({ required: ['kind'] });
  });

  it('describes the records inside by themselves', () => {
    const inside = '#/components/schemas/Part';
    expect(schemaOf('Whole')).toMatchObject({ properties: { parts: { type: 'array', items: { $ref: inside } } } });
    expect(JSON.stringify((schemaOf('Whole') as { properties: { part: object } }).properties.part)).toContain(inside);
    expect(schemaOf('Part')).toMatchObject({ properties: { kind: { enum: ['a', 'b'] }, ownerId: { type: 'string', format: 'uuid' } } });
  });

  it('lists the query of a list, with what it has from all lists', () => {
    const parameters = document.paths['/things']?.get?.parameters as readonly { readonly name: string }[];
    expect(parameters.map(({ name }) => name).sort()).toEqual(['page', 'pageSize', 'search', 'state']);
    expect(parameters.find(({ name }) => name === 'state')).toMatchObject({ in: 'query', required: false, schema: { enum: ['x', 'y'] } });
  });
});
