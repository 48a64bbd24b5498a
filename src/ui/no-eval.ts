/** The page's policy forbids making code from text, so the schema library is told not to try. Imported before any schema. */
import { config } from 'zod';

config({ jitless: true });
