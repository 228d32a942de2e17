const DIGITS = '0123456789';
const ALPHANUMERIC = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const USCC_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const CITIZEN_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

function weighted(text: string, alphabet: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * alphabet.indexOf(text.charAt(index)), 0);
}

/** ISO 7064 hybrid system MOD M+1,M over an alphabet of M characters. */
function hybrid(text: string, alphabet: string): string {
  const size = alphabet.length;
  let product = size;
  for (const character of text) {
    const sum = (product + alphabet.indexOf(character)) % size || size;
    product = (sum * 2) % (size + 1);
  }
  return alphabet.charAt((size + 1 - product) % size);
}

/** ISO 7064 MOD 37,36: the check character of a licence identifier. */
export function mod37And36(text: string): string {
  return hybrid(text, ALPHANUMERIC);
}

/** ISO 7064 MOD 11,10: the check digit of a number made of digits alone. */
export function mod11And10(digits: string): string {
  return hybrid(digits, DIGITS);
}

/** GB 11643: the 18th character of a citizen number, from its first 17 digits. */
export function citizenCheck(digits: string): string {
  return '10X98765432'.charAt(weighted(digits, DIGITS, CITIZEN_WEIGHTS) % 11);
}

/** GB 32100: the 18th character of a unified social credit code, from its first 17 characters. */
export function usccCheck(text: string): string {
  let sum = 0;
  let weight = 1;
  for (const character of text) {
    sum += USCC_ALPHABET.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return USCC_ALPHABET.charAt((31 - (sum % 31)) % 31);
}

/** GB 11714: the 9th character of an organisation code, from its first 8 characters. */
export function organisationCheck(text: string): string {
  return '0123456789X'.charAt((11 - (weighted(text, ALPHANUMERIC, ORGANISATION_WEIGHTS) % 11)) % 11);
}
