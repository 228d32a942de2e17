/** @jsxImportSource preact */
import 'virtual:tokens.css';
import '@tongban/ui/styles/base.css';
import '@tongban/ui/styles/form.css';
import '@tongban/ui/styles/parts.css';
import './screen.css';
import { render } from 'preact';
import { App } from './app.tsx';

const root = document.getElementById('root');
if (root !== null) render(<App />, root);
