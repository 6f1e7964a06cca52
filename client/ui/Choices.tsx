/** One of a few things, each with its own words: radio buttons in rows. Or several of them: checkboxes. */
import { type ReactNode, useId } from 'react'
import styles from './Choices.module.css'

type Option<Value extends string> = {
  value: Value
  label: ReactNode
  hint?: ReactNode
  disabled?: boolean
}

type Shared<Value extends string> = {
  label: ReactNode
  hint?: ReactNode
  options: readonly Option<Value>[]
  /** In one line where there is room. */
  inline?: boolean
  /** Side by side where there is room. */
  columns?: boolean
  error?: string | undefined
}

export function Choice<Value extends string>({
  value,
  onChange,
  ...rest
}: Shared<Value> & { value: Value | null; onChange: (value: Value) => void }) {
  return (
    <Rows
      {...rest}
      type="radio"
      isChosen={(one) => one === value}
      toggle={(one) => onChange(one)}
    />
  )
}

export function Choices<Value extends string>({
  values,
  onChange,
  ...rest
}: Shared<Value> & { values: readonly Value[]; onChange: (values: Value[]) => void }) {
  const toggle = (one: Value) =>
    onChange(values.includes(one) ? values.filter((other) => other !== one) : [...values, one])
  return <Rows {...rest} type="checkbox" isChosen={(one) => values.includes(one)} toggle={toggle} />
}

function Rows<Value extends string>({
  label,
  hint,
  options,
  inline,
  columns,
  error,
  type,
  isChosen,
  toggle,
}: Shared<Value> & {
  type: 'radio' | 'checkbox'
  isChosen: (value: Value) => boolean
  toggle: (value: Value) => void
}) {
  const name = useId()
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ')
  return (
    <fieldset
      className={styles.group}
      aria-describedby={described || undefined}
      data-invalid={error ? '' : undefined}
    >
      <legend>{label}</legend>
      {hint && (
        <p id={`${name}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      <div className={inline ? styles.inline : columns ? styles.columns : styles.rows}>
        {options.map((option) => (
          <label key={option.value} className={styles.option}>
            <input
              type={type}
              name={name}
              value={option.value}
              checked={isChosen(option.value)}
              disabled={option.disabled}
              onChange={() => toggle(option.value)}
            />
            <span>
              {option.label}
              {option.hint && <small>{option.hint}</small>}
            </span>
          </label>
        ))}
      </div>
      {error && (
        <p id={`${name}-error`} className={styles.error}>
          {error}
        </p>
      )}
    </fieldset>
  )
}
