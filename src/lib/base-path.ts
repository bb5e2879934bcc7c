/** Where the build lives: '/' or '/path/'. */
export const basePath: string = import.meta.env.BASE_URL;
