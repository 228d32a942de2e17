import { describe, expect, test } from 'vitest';
import { readXml } from './geo-report-client.fixture.ts';
import { written, xmlOf } from './wire.ts';

const of = (description: string) => ({
  root: 'service_requests',
  value: { each: 'request', of: [{ description, zipcode: undefined, lat: 23.02 }] },
});
const said = (text: string) => readXml(xmlOf(of(text))).inner[0]?.inner[0]?.text;

describe('what is told', () => {
  test('is XML with its declaration, empty fields as empty elements', () => {
    expect(xmlOf(of('桨断了'))).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<service_requests><request><description>桨断了</description><zipcode/><lat>23.02</lat></request></service_requests>\n',
    );
  });
  test('is the same in JSON: a list, empty fields as null', () => {
    const { body, contentType } = written('json', of('桨断了'));
    expect(JSON.parse(String(body))).toEqual([{ description: '桨断了', zipcode: null, lat: 23.02 }]);
    expect(contentType).toBe('application/json; charset=utf-8');
  });
  test.each([
    '<script>alert("1")</script>',
    ']]> & &amp; <!-- --> <?php ?>',
    '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>&b;',
    '"双引号" \'单引号\' 🛶',
  ])('brings %s through as text and never as markup', (text) => {
    expect(said(text)).toBe(text);
    expect(xmlOf(of(text))).not.toMatch(/<script|<!|<\?php/);
  });
  test('leaves out what XML has no way to write', () => {
    expect(said('a\u0000b\u0008c\ud800d\uffffe\tf')).toBe('abc\ufffdde\tf');
  });
});
