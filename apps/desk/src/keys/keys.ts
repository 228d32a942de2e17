/** What a pressed key looked like; the parts of a KeyboardEvent that matter here. */
export type Pressed = {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
};

/** What to do on a key: names as printed on the buttons, `F6`, `Shift+F6`, `j`, `C` (with shift), `Ctrl+Enter`. */
export type KeyMap = Readonly<Record<string, () => void>>;

/** The name of a pressed key as buttons print it. */
function keyName({ key, ctrlKey, altKey, metaKey, shiftKey }: Pressed): string {
  if (altKey) return '';
  if (ctrlKey || metaKey) return `Ctrl+${key}`;
  return shiftKey && isFunctionKey(key) ? `Shift+${key}` : key;
}

function isFunctionKey(key: string): boolean {
  return /^F\d{1,2}$/.test(key);
}

/** Whether a key may act while someone is typing in a field: only function keys and combinations do. */
function actsWhileTyping(name: string): boolean {
  return isFunctionKey(name.replace('Shift+', '')) || name.startsWith('Ctrl+');
}

/** Finds what a key does here; while typing, letters belong to the field. */
export function findAction(keys: KeyMap, pressed: Pressed, typing: boolean): (() => void) | undefined {
  const name = keyName(pressed);
  if (name === '' || (typing && !actsWhileTyping(name))) return undefined;
  return Object.hasOwn(keys, name) ? keys[name] : undefined;
}

/** How a key is printed on a button. */
export function keyCap(name: string): string {
  if (name.startsWith('Shift+')) return `⇧${name.slice('Shift+'.length)}`;
  if (/^Ctrl\+.$/.test(name)) return name.toUpperCase().replace('CTRL', 'Ctrl');
  const capital = /^[A-Z]$/.test(name);
  return capital ? `⇧${name}` : name.length === 1 ? name.toUpperCase() : name;
}
