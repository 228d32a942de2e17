import { tokensCss } from '@tongban/tokens';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <style>{tokensCss()}</style>
      <App />
    </StrictMode>,
  );
}
