/** The parts of the settings by name, so that they can be found without looking for them. */
import { t } from '../words';

/** Each part, as in the `id` of its title, and what it is called. */
export const SECTIONS: Record<string, string> = {
  desk: t.settings.desk,
  hours: t.settings.hours,
  patron: t.settings.patron,
  follow_up: t.followUp.title,
  letterhead: t.printing.letterhead.title,
  categories: t.categories.title,
  streets: t.streets.title,
  recovery: t.settings.recovery,
  verify: t.settings.verify,
  looks: t.settings.appearance,
  cover: t.settings.cover,
  about: t.settings.about,
};
