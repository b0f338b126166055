import { applyDecorators } from '@nestjs/common';
import { ApiHeader, ApiResponse } from '@nestjs/swagger';

const BYTES = { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } as const;
const TEXT = { type: 'string' } as const;
const TAG = { ETag: { description: 'The SHA-256 of the content, in quotes', schema: TEXT } };
const RANGE = { 'Content-Range': { description: 'bytes first-last/all', schema: TEXT } };

/** For a route that sends a file as a whole, in parts, or not at all where the reader has it: what its answers are. */
export const FileAnswers = (): MethodDecorator =>
  applyDecorators(
    ApiHeader({ name: 'Range', required: false, description: 'One range of bytes, such as bytes=0-1023. Several are answered with the whole file.' }),
    ApiHeader({ name: 'If-Range', required: false, description: 'The ETag to which the range belongs; of another one, the whole file is sent' }),
    ApiHeader({ name: 'If-None-Match', required: false, description: 'The ETag that the reader has' }),
    ApiResponse({ status: 200, description: 'The whole file', headers: TAG, content: BYTES }),
    ApiResponse({ status: 206, description: 'The part that was asked for', headers: { ...TAG, ...RANGE }, content: BYTES }),
    ApiResponse({ status: 304, description: 'The reader has it already: nothing is sent', headers: TAG }),
    ApiResponse({ status: 416, description: 'The part lies behind the end: nothing is sent', headers: { 'Content-Range': { description: 'bytes */all', schema: TEXT } } }),
  );
