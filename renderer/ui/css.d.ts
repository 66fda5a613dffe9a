/** Stylesheets are imported for their effect only; the bundler makes files of them. */
declare module '*.css'
