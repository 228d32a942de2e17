/** 警种: the lines of policing in everyday words, in the order they are listed. */
export const lines = [
  { id: 'household', zh: '户口和身份证', en: 'Household register and ID card' },
  { id: 'residence', zh: '居住登记和居住证', en: 'Residence registration and permit' },
  { id: 'exit-entry', zh: '护照、通行证和签证', en: 'Passports, travel permits and visas' },
  { id: 'traffic', zh: '车辆、驾驶证和事故', en: 'Vehicles, driving licences and accidents' },
  { id: 'public-order', zh: '治安许可和备案', en: 'Public-order permits' },
  { id: 'network', zh: '网络安全', en: 'Network security' },
  { id: 'fire', zh: '消防', en: 'Fire safety' },
] as const;
