import '@testing-library/jest-dom';

// Whole pages in jsdom take their time on a machine that builds other packages meanwhile.
jest.setTimeout(60_000);
