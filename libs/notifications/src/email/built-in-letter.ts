/** The built-in template, in every language; a tenant's own begins as a copy of it. */
export const BUILT_IN_LETTER = {
  subject: '{{ subject }}',
  body: `<p class="text">{{ greeting }}</p>
{%- for item in items %}
<p class="text"><strong>{{ item.sentence }}.</strong></p>
{%- if item.title != '' %}
<p class="text">{{ item.title }}</p>
{%- endif %}
{%- if item.due != '' %}
<p class="dim">{{ item.due }}</p>
{%- endif %}
<p class="buttons"><a class="button" href="{{ item.url }}">{{ item.label }}</a></p>
{%- endfor %}
{%- if more > 0 %}
<p class="text">{{ more_text }}</p>
{%- endif %}
{%- if actions.size > 0 %}
<p class="buttons">
{%- for action in actions %}
<a class="button" href="{{ action.url }}">{{ action.label }}</a>
{%- endfor %}
</p>
<p class="dim">{{ actions_text }}</p>
{%- endif %}`,
} as const;
