/** The windows that the tools of the text may open, by name; `EditorDialogs` draws them. */
export type EditorDialog = 'link' | 'find' | 'replace' | 'shortcuts' | 'counts' | 'table' | 'block'
