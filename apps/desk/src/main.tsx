import { tokensCss } from '@tongban/tokens';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { isLarge, showPrint } from './app/large-print.ts';

showPrint(document.documentElement, isLarge(document.cookie));
const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <style>{tokensCss()}</style>
      <App />
    </StrictMode>,
  );
}
