import type { IdentityCard } from '@tongban/contract';
import { maskCitizenNumber } from '@tongban/kernel';
import { Button, Spin } from 'antd';
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { momentWords } from '../clocks/moments.ts';
import { CameraChoice, CameraView } from './CameraView.tsx';
import { CardTray } from './CardTray.tsx';
import { PairForm } from './PairForm.tsx';
import { screenStateOf, useMyScreen, useReleaseScreen, useWindowSettings } from './queries.ts';
import { useCamera } from './use-camera.ts';
import { useCardReader } from './use-card-reader.ts';
import { deviceWords } from './words.ts';

/** 设备检测: what works at this window, each device with its state in words and what to do. */
export function DevicesPage() {
  const settings = useWindowSettings();
  const { data } = settings;
  return (
    <main id="main" className="devices">
      <header>
        <h1>{deviceWords.title}</h1>
        <p className="faint">{data?.name === undefined ? deviceWords.lead : deviceWords.window(data.name)}</p>
        <Link href="/intake">{deviceWords.back}</Link>
      </header>
      <ProblemNote error={settings.error} />
      {data === undefined ? <Spin description={deviceWords.loading} /> : <Devices />}
    </main>
  );
}

function Devices() {
  return (
    <div className="device-cards">
      <CameraCard />
      <div className="device-side">
        <ReaderCard />
        <ScreenCard />
      </div>
    </div>
  );
}

type CardProps = { title: string; state: string; good: boolean; help: string; children?: ReactNode };

function DeviceCard({ title, state, good, help, children }: CardProps) {
  return (
    <section className="device" aria-label={title}>
      <header>
        <h2>{title}</h2>
        <span className={good ? 'device-state good' : 'device-state bad'}>{state}</span>
      </header>
      <p className="faint">{help}</p>
      {children}
    </section>
  );
}

function CameraCard() {
  const camera = useCamera();
  const said = deviceWords.camera;
  const { state, simulated } = camera;
  return (
    <DeviceCard
      title={said.title}
      state={simulated ? said.simulated : said.states[state]}
      good={state === 'live'}
      help={simulated ? said.simulatedHelp : said.help[state]}
    >
      <CameraChoice camera={camera} />
      <CameraView camera={camera} />
    </DeviceCard>
  );
}

function ReaderCard() {
  const [last, setLast] = useState<IdentityCard>();
  const reader = useCardReader(setLast);
  const said = deviceWords.reader;
  const { state, port } = reader;
  return (
    <DeviceCard
      title={said.title}
      state={said.states[state]}
      good={state === 'ready' || state === 'simulated'}
      help={said.help[state]}
    >
      {port === undefined ? null : <p className="faint number">{said.port(port)}</p>}
      <p>
        {said.last}：
        {last === undefined ? (
          <span className="faint">{said.nothing}</span>
        ) : (
          <strong className="number">{`${last.name} ${maskCitizenNumber(last.citizenNumber)}`}</strong>
        )}
      </p>
      <CardTray reader={reader} />
    </DeviceCard>
  );
}

function ScreenCard() {
  const screen = useMyScreen();
  const release = useReleaseScreen();
  const said = deviceWords.screen;
  const state = screenStateOf(screen.data);
  const { data } = screen;
  return (
    <DeviceCard
      title={said.title}
      state={said.states[state]}
      good={state === 'online'}
      help={said.help[state]}
    >
      <ProblemNote error={screen.error ?? release.error} />
      {/* Until it is known whether a screen is paired, nothing is offered that would vanish under the hand. */}
      {data === 'none' ? <PairForm /> : null}
      {data === undefined || data === 'none' ? null : (
        <p className="device-line">
          <span className="faint">{said.pairedAt(momentWords(data.pairedAt))}</span>
          <Button size="small" loading={release.isPending} onClick={() => release.mutate(data.screen)}>
            {said.release}
          </Button>
        </p>
      )}
    </DeviceCard>
  );
}
