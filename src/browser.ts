/** A mini-program needs nothing of what browser.h5.ts adds in a browser. */
export {}
