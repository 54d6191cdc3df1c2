import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// The whole portal in jsdom takes its time on a machine that builds other packages meanwhile.
jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 20_000 });
