import type { QueryClient } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { yearQuery, yearsQuery } from '../data/day-queries.ts';
import { YearDaysPage } from '../features/days/year-days-page.tsx';
import { YearsPage } from '../features/days/years-page.tsx';
import { NotFound } from '../features/shell/not-found.tsx';
import { yearEdition, yearsEdition } from '../lib/list-edition.ts';

type Params = Readonly<Record<string, string | undefined>>;
const yearIn = (params: Params): number => Number(params['year']);

/** The calendar, with what its page asks for: all of it is loaded when somebody goes there. */
export const years = {
  Page: () => <YearsPage />,
  start: (client: QueryClient): Promise<void> => client.prefetchQuery(yearsQuery()),
  edition: (client: QueryClient): string | undefined => {
    const table = client.getQueryData(yearsQuery().queryKey);
    return table && yearsEdition(table);
  },
};

/** A year of it. */
export const year = {
  Page: function YearPage() {
    const own = yearIn(useParams());
    return <YearDaysPage key={own} year={own} notFound={<NotFound />} />;
  },
  start: (client: QueryClient, params: Params): Promise<void> => client.prefetchQuery(yearQuery(yearIn(params))),
  edition: (client: QueryClient, params: Params): string | undefined => {
    const table = client.getQueryData(yearQuery(yearIn(params)).queryKey);
    return table && yearEdition(table);
  },
};
