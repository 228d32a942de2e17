import type { Sentences } from '@tongban/contract';

/** What refusals of the open interface say to readers of English. */
export const sentences: Sentences = {
  'open311.format': { zh: '地址要以 .xml 或 .json 结尾', en: 'End the address with .xml or .json' },
  'open311.service': {
    zh: '没有这个 service_code，从 services 里选',
    en: 'service_code was not found; choose one from services',
  },
  'open311.kind': {
    zh: 'attribute[kind] 不在可选的值里，看服务的定义',
    en: 'attribute[kind] is none of the values of the service definition',
  },
  'open311.file': {
    zh: '这个接口不收文件，把网址写在 media_url 里',
    en: 'Files are not taken here; give their address as media_url',
  },
  'open311.form': {
    zh: '内容要按表单提交：application/x-www-form-urlencoded',
    en: 'Post a form: application/x-www-form-urlencoded',
  },
  'open311.place': {
    zh: '写上地点：lat 和 long，或 address_string，或 address_id',
    en: 'A location was not provided: lat and long, or address_string, or address_id',
  },
  'open311.point': {
    zh: 'lat 和 long 要一起写，是十进制的度数',
    en: 'Give lat and long together, in decimal degrees',
  },
  'open311.media': {
    zh: 'media_url 要是 http 或 https 网址',
    en: 'media_url is an address that begins with http or https',
  },
  'open311.phone': { zh: 'phone 只写数字', en: 'phone has digits only' },
  'open311.key': {
    zh: 'api_key 不对，或者单位已经停用',
    en: 'api_key is invalid, or the unit has been switched off',
  },
  'open311.no-key': { zh: '缺少 api_key', en: 'api_key was not provided' },
  'open311.purpose': {
    zh: '没有和您单位约定转交诉求',
    en: 'Passing on requests is not agreed with your unit',
  },
  'open311.jurisdiction': {
    zh: '没有这个 jurisdiction_id，写城市的区划代码，例如 4419',
    en: 'jurisdiction_id was not found; give the division code of a city, such as 4419',
  },
  'open311.request': {
    zh: '没有这个 service_request_id，或您不能看它',
    en: 'service_request_id was not found, or is not yours to read',
  },
  'open311.token': { zh: '没有这个 token', en: 'token was not found' },
  'open311.ended': {
    zh: '已经办结；还没有解决的，status 写 open',
    en: 'It is closed; if it is not solved, send status open',
  },
  'open311.status': { zh: 'status 只能是 open 或 closed', en: 'status is open or closed' },
};
