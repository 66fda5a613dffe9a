/** Lets the page import its stylesheet by name, as the build does. */
declare module '*.css'
