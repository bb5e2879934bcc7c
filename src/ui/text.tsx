/** Someone else's words: isolated from the text around, direction by their own letters, in their language where it is known. */
export function Text({ children, lang }: { children: string; lang?: string | undefined }) {
  return (
    <bdi dir="auto" lang={lang}>
      {children}
    </bdi>
  );
}
