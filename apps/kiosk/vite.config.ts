import { machineApp } from '@tongban/tokens/vite';
import { defineConfig } from 'vite';

export default defineConfig(machineApp(import.meta.url, 'kiosk'));
