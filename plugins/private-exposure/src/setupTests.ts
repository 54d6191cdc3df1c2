import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Whole pages in jsdom, and parts that load lazily, take their time on a machine that builds other packages meanwhile.
jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 20_000 });
