/** @jsxImportSource preact */
import 'virtual:tokens.css';
import '@tongban/ui/styles/base.css';
import './styles/kiosk.css';
import './styles/frame.css';
import './styles/choose.css';
import './styles/mine.css';
import './styles/paper.css';
import './styles/rate.css';
import './styles/hotline.css';
import { render } from 'preact';
import { App } from './app.tsx';

const root = document.getElementById('root');
if (root !== null) render(<App />, root);
