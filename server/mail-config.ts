/** 邮件服务器: where mail is handed over, how the line is sealed, and in whose name it goes. */
export type MailServer = {
  readonly host: string;
  readonly port: number;
  readonly tls: 'implicit' | 'starttls' | 'none';
  readonly user: string | undefined;
  readonly password: string | undefined;
  readonly from: string;
};

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the mail server; without TONGBAN_SMTP_HOST the bureau sends no mail. */
export function mailServerOf(environment: Environment): MailServer | undefined {
  const { TONGBAN_SMTP_HOST: host = '', TONGBAN_SMTP_FROM: from = '' } = environment;
  if (host === '') return undefined;
  if (!/^([^<>]+<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/.test(from))
    throw new Error(`TONGBAN_SMTP_FROM 应为发件地址，例如 通办 <notice@example.gov.cn>: ${from}`);
  const tls = tlsOf(environment.TONGBAN_SMTP_TLS);
  return {
    ...{ host, from, tls, port: portOf(environment.TONGBAN_SMTP_PORT ?? usualPorts[tls]) },
    ...{ user: environment.TONGBAN_SMTP_USER, password: environment.TONGBAN_SMTP_PASSWORD },
  };
}

const usualPorts = { implicit: '465', starttls: '587', none: '25' } as const;

function tlsOf(text = 'implicit'): MailServer['tls'] {
  if (text === 'implicit' || text === 'starttls' || text === 'none') return text;
  throw new Error(`TONGBAN_SMTP_TLS 只能是 implicit、starttls 或 none: ${text}`);
}

function portOf(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port <= 65_535) return port;
  throw new Error(`TONGBAN_SMTP_PORT 不是端口号: ${text}`);
}
